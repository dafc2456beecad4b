// Stems English words: the Snowball English algorithm as of Snowball 3, also known as Porter2.
// Source: https://snowballstem.org/algorithms/english/stemmer.html
{
  // In a word that is being stemmed, "Y" is a y that is no vowel.
  const paired = (text) => new Map(text.split(" ").map((pair) => pair.split(":")));
  const whole = paired(
    "skis:ski skies:sky idly:idl gently:gentl ugly:ugli early:earli only:onli singly:singl sky:sky news:news " +
    "howe:howe atlas:atlas cosmos:cosmos bias:bias andes:andes");
  const fixedStart = /^(?:gener|commun|arsen|past|univers|later|emerg|organ|inter)/;
  const keepsEED = /^(?:proc|exc|succ)$/;
  const keepsING = /^(?:inn|out|cann|herr|earr|even)$/;
  const double = /(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/;

  /** Endings, and what stands in their place; the longest that fits is the one. */
  const table = (text) => {
    const pairs = paired(text);
    return { pairs, ending: new RegExp(`(?:${[...pairs.keys()].join("|")})$`) };
  };
  const step2 = table(
    "tional:tion enci:ence anci:ance abli:able entli:ent izer:ize ization:ize ational:ate ation:ate ator:ate " +
    "alism:al aliti:al alli:al fulness:ful ousli:ous ousness:ous iveness:ive iviti:ive biliti:ble bli:ble " +
    "ogist:og ogi:og fulli:ful lessli:less li:");
  const step3 = table(
    "tional:tion ational:ate alize:al icate:ic iciti:ic ical:ic ful: ness: ative:");
  const step4 = table(
    "al: ance: ence: er: ic: able: ible: ant: ement: ment: ent: ism: ate: iti: ous: ive: ize: ion:");

  /** Where the region begins that follows the first vowel with a consonant behind it. */
  const region = (word, from) => {
    const found = word.slice(from).search(/[aeiouy][^aeiouy]/);
    return found < 0 ? word.length : from + found + 2;
  };
  const endsShort = (word) =>
    /[^aeiouy][aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$|past$/.test(word);

  /** Replaces an ending of a table if it lies in a region and `allows(ending, rest)`. */
  const replace = (word, { pairs, ending }, start, allows) => {
    const at = word.search(ending);
    if (at < start || at < 0) return word;
    const found = word.slice(at);
    const rest = word.slice(0, at);
    return allows(found, rest) ? rest + pairs.get(found) : word;
  };

  const plural = (word) => {
    word = word.replace(/'(?:s'?)?$/, "");
    if (word.endsWith("sses")) return word.slice(0, -2);
    if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
    return /[aeiouy].*[^su]s$/.test(word) ? word.slice(0, -1) : word;
  };
  const past = (word, r1) => {
    const at = word.search(/(?:eed|eedly|ed|edly|ing|ingly)$/);
    if (at < 0) return word;
    const rest = word.slice(0, at);
    const ending = word.slice(at);
    if (ending.startsWith("eed")) return at < r1 || keepsEED.test(rest) ? word : `${rest}ee`;
    if (ending === "ing") {
      if (/^[^aeiouy]y$/.test(rest)) return `${rest[0]}ie`;
      if (keepsING.test(rest)) return word;
    }
    if (!/[aeiouy]/.test(rest)) return word;
    if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
    if (double.test(rest)) return /^[aeo]..$/.test(rest) ? rest : rest.slice(0, -1);
    return rest.length === r1 && endsShort(rest) ? `${rest}e` : rest;
  };
  const final = (word, r1, r2) => {
    const at = word.length - 1;
    const rest = word.slice(0, at);
    if (word.endsWith("e")) return at >= r2 || (at >= r1 && !endsShort(rest)) ? rest : word;
    return word.endsWith("ll") && at >= r2 ? rest : word;
  };

  /** The stem of an English word in lower case: `notes` and `noted` give `note`. */
  Search.stem = (word) => {
    const known = whole.get(word);
    if (known !== undefined || word.length < 3) return known ?? word;
    word = word.replace(/^'/, "").replace(/^y/, "Y");
    for (let at = 1; at < word.length; at += 1) {
      if (word[at] === "y" && /[aeiouy]/.test(word[at - 1])) word = `${word.slice(0, at)}Y${word.slice(at + 1)}`;
    }
    const r1 = fixedStart.exec(word)?.[0].length ?? region(word, 0);
    const r2 = region(word, r1);
    word = past(plural(word), r1).replace(/(?<=.[^aeiouy])[yY]$/, "i");
    word = replace(word, step2, r1, (ending, rest) =>
      ending === "li" ? /[cdeghkmnrt]$/.test(rest) : ending !== "ogi" || rest.endsWith("l"));
    word = replace(word, step3, r1, (ending, rest) => ending !== "ative" || rest.length >= r2);
    word = replace(word, step4, r2, (ending, rest) => ending !== "ion" || /[st]$/.test(rest));
    return final(word, r1, r2).replaceAll("Y", "y");
  };
}
