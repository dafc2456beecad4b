// The program under test, asked as a person would ask it: lines in, lines out.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../../", import.meta.url);

/** $SITEGEN, else the release build, else the debug build. */
export const program = [process.env.SITEGEN, ...["release", "debug"].map((kind) => fileURLToPath(new URL(`.build/${kind}/sitegen`, root)))]
  .find((place) => place && fs.existsSync(place));

/** What the program answers to texts: a value for each, both as JSON. */
export function ask(command, texts) {
  const input = texts.map((text) => JSON.stringify(text) + "\n").join("");
  const output = execFileSync(program, command, { input, maxBuffer: 1 << 30, encoding: "utf8" });
  return output.trimEnd().split("\n").map((line) => JSON.parse(line));
}

/** Numbers that are the same each time: mulberry32. */
export function chance(seed) {
  let state = seed;
  const number = () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit) => Math.floor(number() * limit);
  return { number, below, among: (list) => list[below(list.length)] };
}

/** A text without lone halves of surrogate pairs, which JSON in UTF-8 cannot carry. */
export const wellFormed = (text) => text.replace(/\p{Surrogate}/gu, "\ufffd");
