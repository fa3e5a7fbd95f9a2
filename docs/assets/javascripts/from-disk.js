// A page opened by double click (file://): no server gives index.html for a folder, and no browser lets scripts read other files.
// So links name the file, and what would search says where one can. Modules are not loaded there: this is a plain script.

if (location.protocol === "file:") {
  const named = (link) => {
    const to = new URL(link.href);
    if (to.protocol !== "file:" || !to.pathname.endsWith("/")) return;
    to.pathname += "index.html";
    link.href = to.href;
  };
  for (const link of document.querySelectorAll("a[href]")) named(link);

  const box = document.querySelector("form[data-from-disk]");
  const { fromDisk, otherWays } = box?.dataset ?? {};
  if (fromDisk) {
    const instead = document.createElement("p");
    instead.className = "ky-from-disk";
    const link = document.createElement("a");
    link.href = new URL("../cac-cach-tra/index.html", box.action).href;
    link.textContent = otherWays;
    instead.append(fromDisk, " ", link);
    for (const field of document.querySelectorAll("form input[name=tk]")) {
      if (field.form !== box) field.form.replaceWith(instead.cloneNode(true));
    }
    for (const one of document.querySelectorAll(".ky-examples, .ky-search-help")) one.remove(); // of what to ask, and how
    box.remove();
  }
}
