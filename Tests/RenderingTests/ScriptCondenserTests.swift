import Testing

@testable import Rendering

@Suite struct ScriptCondenserTests {
  @Test(arguments: [
    (
      "// note\nconst a = 1;\n\n/* more\n   lines */\nconst b = 2; // end\n",
      "const a=1;const b=2;"
    ),
    ("const f = (x) => {\n  return x / 2;\n};\n", "const f=(x)=>{return x/2;};"),
    ("a + +b - -c;", "a+ +b- -c;"),
    ("let a = 1\nlet b = a\n(b)\n", "let a=1\nlet b=a\n(b)"),
    ("list\n  .map(one)\n  .join(\", \");", "list.map(one).join(\", \");"),
    ("x = y ? /a b/ : /[/ ]  /u;", "x=y?/a b/:/[/ ]  /u;"),
    ("return /a  b/.test(c) && d / e / f;", "return/a  b/.test(c)&&d/e/f;"),
    ("f(x) / g(y) / 2;", "f(x)/g(y)/2;"),
    ("s = 'it\\'s  // no comment' + \"a  b\";", "s='it\\'s  // no comment'+\"a  b\";"),
    ("t = `a  ${ f({ b: `c  ${d}` }) }  // e`;", "t=`a  ${ f({ b: `c  ${d}` }) }  // e`;"),
    ("if (a) b()\nelse c()\n", "if(a)b()\nelse c()"),
    ("const a = function () {\n}\nb()\n", "const a=function(){}\nb()"),
    ("i++\nj", "i++\nj"),
    ("const \u{FC} = in\u{E9} in o;", "const \u{FC}=in\u{E9} in o;"),
  ])
  func leavesOutWhatMeansNothing(script: String, expected: String) {
    let condensed = ScriptCondenser.condensed(Array(script.utf8))
    #expect(String(decoding: condensed, as: UTF8.self) == expected + "\n")
  }

  @Test(arguments: ["\"", "'a", "`a ${", "/a[", "a /*", "//", "`${`", "\\"])
  func endsWhereAScriptIsCutOff(script: String) {
    #expect(ScriptCondenser.condensed(Array(script.utf8)).last == UInt8(ascii: "\n"))
  }
}
