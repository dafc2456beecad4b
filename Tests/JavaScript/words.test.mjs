import assert from "node:assert/strict";
import test from "node:test";
import { ask, chance, wellFormed } from "./program.mjs";
import { load } from "./search.mjs";

const { analyse, compare } = load("words");
const tokens = (text) => analyse(text).map(({ term, position }) => [term, position]);

const pieces = `s3:PutObject kube-proxy node_modules AmazonS3 C++ c# C+ .env ...x ./a.b 10.0.0.0/8 and/or don't Alice's dogs' rock'n'roll
HTTPServer IPv4 APIs EC2Instance IAMRole x86_64 v1.2.3-rc.1 user@example.org a.b.c.d.e.f.g a_b-c:d@e naïve naive Straße ŁÓDŹ ΣΊΣΥΦΟΣ
İstanbul ısı Ｆｕｌｌ ﬁne ﬀ Ⅷ ① ㎏ ㍿ ½ x² H₂O ℃ ™ № 新幹線 鍵 東海道新幹線で京都へ か\u3099き ｶﾞｷﾞ 한국어 \u1112\u1161\u11ab ㅎㅏㄴ
ภาษาไทย ບ້ານ မြန်မာ ភាសាខ្មែរ हिन्दी עברית العربية ١٢٣ 😀 👩‍👩‍👧 🇩🇪 🔐 co\u00adoperate zero\u200bwidth a\u0301\u0327 q\u0307\u0323 — – … « » “quoted” ‘single’
’s 's s' ''' l’été ʼn ǆ Ǆ ẞ ſ K Å ﷺ \ud800 \udfff \u0000 \u001b \ufeff \u2028 running policies aws's __proto__ constructor <b>&amp;</b>
𝐁𝐨𝐥𝐝 𐐀𐐨 𞤀 🄰 𠀀𠀁 ﾊﾝｶｸ ー・ 々〆 ゝ゛ __init__ --flag=value $HOME #tag @name key=value C:\\dir a/b 1/2 3.14 1e5 0x1F`.split(/\s+/u);
const glue = [" ", " ", " ", "", "-", "_", ".", ":", "@", "/", "'", "’", "\n", "\t", "++", "#", "s", "S", "A", "z", "7", "\u3099", "\u0308"];

/** Texts of many scripts: pieces that are known to be hard, and characters from everywhere. */
function texts(count) {
  const { below, among } = chance(1);
  const character = () => String.fromCodePoint(among([
    () => below(0x80), () => below(0x600), () => below(0x3000), () => 0x3000 + below(0x6000), () => below(0x10000),
    () => below(0x20000), () => 0x1f000 + below(0xb00), () => below(0x110000),
  ])());
  return Array.from({ length: count }, (_, number) => {
    if (number < pieces.length) return pieces[number];
    let text = "";
    for (let length = 1 + below(6); length > 0; length -= 1) text += (below(3) ? among(pieces) : character()) + among(glue);
    return text;
  });
}

test("cuts texts into tokens as the builder does", () => {
  const given = texts(20_000).map(wellFormed);
  const wanted = ask(["search-tokens"], given);
  assert.equal(wanted.length, given.length);
  const differing = given
    .map((text, number) => ({ text, ours: tokens(text), theirs: wanted[number].tokens }))
    .filter(({ ours, theirs }) => JSON.stringify(ours) !== JSON.stringify(theirs));
  assert.deepEqual(differing.slice(0, 5), []);
});

test("takes every character of the basic plane as the builder does", () => {
  const given = [];
  for (let code = 0; code < 0x10000; code += 1) {
    if (code < 0xd800 || code > 0xdfff) given.push(`a${String.fromCharCode(code)}b`);
  }
  const wanted = ask(["search-tokens"], given);
  const differing = given
    .map((text, number) => ({ text, ours: tokens(text), theirs: wanted[number].tokens }))
    .filter(({ ours, theirs }) => JSON.stringify(ours) !== JSON.stringify(theirs));
  assert.deepEqual(differing.slice(0, 5), []);
});

test("says where in a text a token stands", () => {
  const text = "the café-bar’s door";
  assert.deepEqual(Array.from(analyse(text), ({ term, start, end }) => [term, text.slice(start, end)]), [
    ["the", "the"], ["cafebar", "café-bar’s"], ["cafe", "café"], ["bar", "bar"], ["door", "door"],
  ]);
});

test("orders texts by code points", () => {
  const sorted = ["", "a", "ab", "b", "é", "\ue000", "\uffff", "\u{10000}", "\u{10ffff}"];
  assert.deepEqual([...sorted].reverse().sort(compare), sorted);
});
