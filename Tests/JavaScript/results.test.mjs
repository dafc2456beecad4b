import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { open } from "./engine.mjs";
import { ask, program, wellFormed } from "./program.mjs";
import { queries } from "./queries.mjs";

/** What differs between the program's answers and the script's, over the same files. */
async function differences(notes, count) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "search-"));
  try {
    const site = path.join(folder, "site");
    execFileSync(program, ["build", notes, "--output", site, "--quiet"], { stdio: "ignore" });
    const asked = queries(notes, count).map(wellFormed);
    const wanted = ask(["search-results", "--site", site], asked);
    assert.equal(wanted.length, asked.length);
    const engine = open(site);
    const found = [];
    let results = 0;
    for (const [number, query] of asked.entries()) {
      const { ranked, index } = await engine.rank(query);
      const ours = { query, total: ranked.length, results: [] };
      for (const { page, score } of ranked.slice(0, 10)) ours.results.push([page, score, (await index.result(page)).url]);
      results += ours.results.length;
      const { total, results: theirs } = wanted[number];
      if (JSON.stringify([ours.total, ours.results]) !== JSON.stringify([total, theirs])) found.push({ query, ours, theirs: wanted[number] });
    }
    assert.ok(results > count, "most queries should find something");
    return found;
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

test("finds the same ten with the same scores as the program, for 1,000 queries", async () => {
  const notes = fileURLToPath(new URL("../../Content", import.meta.url));
  assert.deepEqual((await differences(notes, 1000)).slice(0, 3), []);
});
