// What every page loads, by one address: each module looks whether the page has what it is for.

import "./search/box.js"; // the rest of the search is fetched when somebody searches
import "./drawer.js";
import "./tabs.js";
import "./marks.js";
import "./facts.js";
import "./anchors.js";
import "./evidence.js";
import "./tables.js";
import "./take-away.js";
