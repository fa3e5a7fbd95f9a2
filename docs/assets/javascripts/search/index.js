// The index as files: fetches, unpacks and remembers them. Its other side is generator/publishing/search/index.py.

const FORMAT = 3;

/** What goes wrong with the index; the pages tell it calmly. */
export class IndexError extends Error {}

export class SearchIndex {
  constructor(base) {
    this.base = base; // the site's address, with a slash at the end
    this.files = new Map();
    this.ready = null;
  }

  /** Loads what every query needs. Rejects with IndexError. */
  open() {
    this.ready ??= this.#open().catch((fault) => {
      this.ready = null; // the next query tries again
      throw fault;
    });
    return this.ready;
  }

  async #open() {
    const manifest = await this.#json(await this.#fetch("search/manifest.json", { cache: "no-cache" }));
    if (manifest?.format !== FORMAT || !/^[0-9a-f]+$/.test(manifest.folder ?? "") || !(manifest.files > 0)) throw new IndexError("manifest");
    this.manifest = manifest;
    const facets = await this.load("facets");
    if (!Array.isArray(facets.kind) || facets.kind.length !== manifest.pages) throw new IndexError("facets");
    this.facets = facets;
  }

  /** The lists of several keys: {key: {spelling: list}}, a key that is nowhere with {}. */
  async lists(keys) {
    const found = await Promise.all(keys.map(async (key) => [key, (await this.load(`t/${bucket(key, this.manifest.files)}`))[key] ?? {}]));
    return Object.fromEntries(found);
  }

  /** Short forms and what they may mean. */
  short() {
    return this.load("short");
  }

  /** What a result shows of a page: several lie in one file. */
  async page(number) {
    let pack = 0;
    let first = 0;
    for (; number >= first + this.facets.packs[pack]; pack += 1) first += this.facets.packs[pack];
    return (await this.load(`d/${pack}`))[number - first];
  }

  /** The vocabulary, or the names, of a first letter, or of the first two where many share one; {} or [] where there are none. */
  letter(kind, begun) {
    const [one, two] = [fileOf(begun.slice(0, 1)), fileOf(begun.slice(0, 2))];
    return this.load(`${kind}/${(this.manifest.letters?.[kind] ?? []).includes(two) ? two : one}`, true);
  }

  load(name, maybe = false) {
    let file = this.files.get(name);
    if (!file) {
      file = this.#load(name, maybe).catch((fault) => {
        this.files.delete(name);
        throw fault;
      });
      this.files.set(name, file);
    }
    return file;
  }

  async #load(name, maybe) {
    if (maybe && !(this.manifest.letters?.[name[0]] ?? []).includes(name.slice(2))) return {};
    const response = await this.#fetch(`search/${this.manifest.folder}/${name}.bin`);
    try {
      const packed = response.body.pipeThrough(new DecompressionStream("gzip"));
      return await new Response(packed).json();
    } catch {
      throw new IndexError(name);
    }
  }

  async #fetch(path, options) {
    let response;
    try {
      response = await fetch(new URL(path, this.base), options);
    } catch {
      throw new IndexError(path);
    }
    if (!response.ok) throw new IndexError(path);
    return response;
  }

  async #json(response) {
    try {
      return await response.json();
    } catch {
      throw new IndexError("manifest");
    }
  }
}

/** Letters as the name of a file. */
const fileOf = (letters) => [...letters].map((one) => (one <= "\x7f" ? one : `u${one.codePointAt(0).toString(16)}`)).join("");

/** The number of the file that holds a key: FNV-1a of its UTF-8, as postings.py counts it. */
export function bucket(key, files) {
  let digest = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(key)) digest = Math.imul(digest ^ byte, 0x01000193) >>> 0;
  return digest % files;
}
