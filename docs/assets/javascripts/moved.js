// Leads from a former address to the present one and takes the fragment along, which a refresh would lose.
// A classic script in the head: it runs before anything is shown.

location.replace(new URL(document.currentScript.dataset.to, location.href).href + location.hash);
