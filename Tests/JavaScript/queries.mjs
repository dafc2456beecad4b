// Queries of every kind, made of the words of notes with a seed.
import fs from "node:fs";
import path from "node:path";
import { chance } from "./program.mjs";

const fixed = [
  "cloudtrial", "aws iam polices", "how do I rotate keys", "load balancer", "loadbalancer", "s3:PutObject", "新幹線", "naïve",
  "naive", "__proto__", "constructor", "toString", "<img src=x onerror=alert(1)>", "🔐", "the and of to", "to", "a", "", " ", "-", "--", "-aws",
  "\"", "\"\"", "\"key", "-\"shared responsibility\" aws", "tag:", "tag:aws", "-tag:aws keys", "in:004-aws logging", "in:\"004-AWS\"",
  "tag:nothing aws", "TAG:AWS aws", "x ".repeat(500), "a".repeat(10_000), "aws-", "aws -", "aws - key", "aws --key", "c++", ".env", "10.0.0.0/8",
  "„zitat“ aws", "don't", "keys' s", "kube-proxy", "node_modules", "ＡＷＳ", "responsibilty modle", "cloudwatchlogs", "cloud trail", "cloud watch",
  "party:customer", "party:customer -party:aws patch", "layer:network", "layer:\"Guest operating system\" patch", "service:ec2", "service:amazon-ec2 data",
  "topic:cloudtrail log", "topic:nothing", "-layer:data encryption", "r-guest-os", "R-05", "hypervisor party:aws service:s3",
];

/** As many queries as are asked for: words, phrases, beginnings, mistakes, exclusions and filters of the notes. */
export function queries(notes, count) {
  const { below, among } = chance(7);
  const texts = fs.readdirSync(notes, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md")).sort()
    .map((name) => fs.readFileSync(path.join(notes, name), "utf8").split(/\s+/u).filter((word) => word.length > 1));
  const word = () => among(among(texts));
  const run = (length) => {
    const text = among(texts);
    const start = below(Math.max(1, text.length - length));
    return text.slice(start, start + length).join(" ");
  };
  const mistake = (text) => {
    const at = below(text.length);
    return among([
      () => text.slice(0, at) + text.slice(at + 1), () => text.slice(0, at) + among("aeiorstln") + text.slice(at),
      () => text.slice(0, at) + among("aeiorstln") + text.slice(at + 1),
      () => text.slice(0, at) + text.slice(at, at + 2).split("").reverse().join("") + text.slice(at + 2),
    ])();
  };
  const makers = [
    () => word(), () => `${word()} `, () => run(2), () => run(3), () => run(6), () => `${word()} ${word()}`, () => mistake(word()),
    () => mistake(run(2)), () => mistake(mistake(word())), () => `"${run(2)}"`, () => `"${run(3)}" ${word()}`, () => `${word()} -${word()}`,
    () => `${run(2)} -"${run(2)}"`, () => { const text = word(); return text.slice(0, 1 + below(text.length)); },
    () => { const text = run(2); return text.slice(0, 3 + below(text.length)); }, () => run(2).replaceAll(" ", ""),
    () => `tag:${word()} ${word()}`, () => `in:${word()} ${word()}`, () => `how do I ${run(2)} properly`, () => `the ${word()} of ${word()}`,
  ];
  return Array.from({ length: count }, (_, number) => fixed[number] ?? among(makers)());
}
