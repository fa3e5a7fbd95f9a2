// Leads from a former address to the present one and takes the fragment along, which a refresh would lose.
// A classic script in the head: it runs before anything is shown.

const to = new URL(document.currentScript.dataset.to, location.href);
// Opened by double click: no server gives index.html for a folder.
if (to.protocol === "file:" && to.pathname.endsWith("/")) to.pathname += "index.html";
location.replace(to.href + location.hash);
