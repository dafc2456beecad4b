import Markup
import Testing

/// What refers to nothing, and what only looks so.
@Suite struct UndefinedTests {
  @Test func referencesWithoutADefinitionAreReported() {
    #expect(
      problems("# T\n\nSee [bad][nope] and\n- [worse][Not There]\n") == [
        "3:5 referenceUndefined nope", "4:3 referenceUndefined Not There",
      ])
  }

  @Test func footnotesWithoutADefinitionAreReported() {
    #expect(
      problems("One[^1] two[^2].\n\n[^1]: Text\n") == ["1:12 footnoteUndefined 2"])
    #expect(problems("x[^note]\n") == ["1:2 footnoteUndefined note"])
  }

  @Test(arguments: [
    "`[bad][nope]` and `[^1]`\n", "array[i][j] = 1\n", "- [ ] task\n- [x] done\n", "[ ]\n",
    "a set [^a-z] of letters\n", "[only brackets]\n", "[a](b)[c](d)\n", "    [bad][nope]\n",
    "```\n[bad][nope] [^1]\n```\n", "[ok][there]\n\n[there]: x.md\n",
    "[OK][]\n\n[ok]: x.md\n", "f(x)[a][b]\n", "[1][2]\n", "[]\n", "[][]\n", "![]\n",
    "See [[1]] and [[a b]].\n", "x[^1]\n\n[^1]: Text\n", "<!-- [bad][nope] -->\n",
    "map[string][]int\n", "[0-9][a-z]*\n".replacing("a-z", with: "0-9"),
  ])
  func nothingElseIs(markdown: String) {
    #expect(problems(markdown) == [])
  }

  @Test func theyAreShownAsText() {
    #expect(
      html("[bad][nope] x[^2]\n") == "<p>[bad][nope] x[^2]</p>\n")
  }
}
