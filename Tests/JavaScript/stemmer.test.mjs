import assert from "node:assert/strict";
import fs from "node:fs";
import test from "node:test";
import { load } from "./search.mjs";

const { stem } = load("stemmer");

test("stems as Snowball does", () => {
  assert.ok(process.env.SITEGEN_STEMS, "SITEGEN_STEMS names the words and their stems: make test");
  const pairs = fs.readFileSync(process.env.SITEGEN_STEMS, "utf8").trimEnd().split("\n")
    .map((line) => line.split("\t"));
  assert.ok(pairs.length > 100_000);
  assert.deepEqual(
    pairs.map(([word, wanted]) => [word, wanted, stem(word)]).filter(([, wanted, given]) => given !== wanted), []);
});

test("leaves short words and exceptions alone", () => {
  const words = ["", "a", "is", "sky", "news", "skis", "dying", "generate", "organization", "proceed", "evening"];
  assert.deepEqual(words.map(stem),
    ["", "a", "is", "sky", "news", "ski", "die", "generat", "organiz", "proceed", "evening"]);
});
