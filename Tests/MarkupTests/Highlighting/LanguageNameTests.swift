import Markup
import Testing

struct LanguageNameTests {
  @Test(arguments: [
    "sh", "shell", "zsh", "bash", "console", "yml", "yaml", "tf", "terraform", "hcl", "py",
    "python", "js", "ts", "jsx", "tsx", "javascript", "typescript", "json", "json5", "jsonc",
    "html", "xml",
    "svg", "toml", "ini", "conf", "cfg", "docker", "dockerfile", "patch", "diff", "sql", "swift",
    "Swift", "JSON", "Dockerfile", "PostgreSQL",
  ])
  func aKnownNameHasAHighlighter(name: String) {
    #expect(Highlighter(named: name) != nil)
    #expect(Highlighter(language: Array(name.utf8)) != nil)
  }

  @Test(arguments: ["", "text", "mermaid", "swif", "swiftt", "js ", "a-language-with-a-long-name"])
  func anUnknownNameHasNone(name: String) {
    #expect(Highlighter(named: name) == nil)
  }
}
