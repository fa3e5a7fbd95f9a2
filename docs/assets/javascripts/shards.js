// Records kept many to a file: fetches the one file that holds a record. Its other side is generator/rendering/parts/shards.py.

import { bucket } from "./search/index.js";

export const BASE = new URL("../../", import.meta.url); // the site's own address
const fetched = new Map();

/** What the file at `path` (from the site's root) says: JSON, gzipped where its name ends so. Rejects where it cannot be had. */
export function json(path) {
  if (!fetched.has(path)) {
    fetched.set(path, load(path).catch((fault) => {
      fetched.delete(path); // the next click tries again
      throw fault;
    }));
  }
  return fetched.get(path);
}

async function load(path) {
  const answer = await fetch(new URL(path, BASE));
  if (!answer.ok) throw new Error(path);
  return path.endsWith(".gz") ? new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).json() : answer.json();
}

/** The file in `folder` that holds the record of `key` (both from the site's root). */
export async function fileOf(folder, key) {
  const { shards } = await json(`${folder}/index.json`);
  return `${folder}/${bucket(key, shards)}.json.gz`;
}

/** The record of `key` in `folder`, or undefined. */
export async function record(folder, key) {
  const records = await json(await fileOf(folder, key));
  return Object.hasOwn(records, key) ? records[key] : undefined;
}
