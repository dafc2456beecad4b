/// The languages that the highlighter knows.
enum Language: UInt8, CaseIterable, Sendable {
  // Zero is what a word table says of a word that it does not have.
  case shell = 1
  case console
  case docker
  case json
  case yaml
  case hcl
  case toml
  case ini
  case python
  case swift
  case javaScript
  case sql
  case xml
  case html
  case diff

  /// The language with a name, in any case.
  init?(named name: some Collection<UInt8>) {
    self.init(rawValue: Self.byName.value(of: name))
  }

  /// Marks the tokens of the code.
  func paint(_ code: Code, on page: inout SpanWriter) {
    switch self {
    case .shell where !ConsoleLexer.startsWithPrompt(code): ShellLexer.paint(code, on: &page)
    case .shell, .console: ConsoleLexer.paint(code, on: &page)
    case .docker: ShellLexer.paint(code, on: &page, dialect: .docker)
    case .json: TableLexer.paint(code, with: .json, on: &page)
    case .yaml: YAMLLexer.paint(code, on: &page)
    case .hcl: TableLexer.paint(code, with: .hcl, on: &page)
    case .toml: TableLexer.paint(code, with: .toml, on: &page)
    case .ini: INILexer.paint(code, on: &page)
    case .python: TableLexer.paint(code, with: .python, on: &page)
    case .swift: TableLexer.paint(code, with: .swift, on: &page)
    case .javaScript: TableLexer.paint(code, with: .javaScript, on: &page)
    case .sql: TableLexer.paint(code, with: .sql, on: &page)
    case .xml: MarkupLexer.paint(code, on: &page, isHTML: false)
    case .html: MarkupLexer.paint(code, on: &page, isHTML: true)
    case .diff: DiffLexer.paint(code, on: &page)
    }
  }

  private var names: String {
    switch self {
    case .shell: "bash sh shell zsh ksh fish shellscript"
    case .console: "console shell-session terminal sh-session"
    case .docker: "docker dockerfile containerfile"
    case .json: "json json5 jsonc jsonl ndjson geojson webmanifest"
    case .yaml: "yaml yml"
    case .hcl: "hcl terraform tf tfvars tofu opentofu"
    case .toml: "toml"
    case .ini: "ini conf cfg config properties env dotenv systemd editorconfig gitconfig desktop"
    case .python: "python py python3 pyi py3"
    case .swift: "swift"
    case .javaScript: "javascript js mjs cjs jsx typescript ts mts cts tsx"
    case .sql: "sql postgresql postgres psql plpgsql mysql sqlite mariadb"
    case .xml: "xml svg xsd xsl xslt rss atom plist xaml"
    case .html: "html htm xhtml vue"
    case .diff: "diff patch udiff"
    }
  }

  private static let byName = WordTable(
    foldsCase: true, allCases.map { ($0.rawValue, $0.names) })
}
