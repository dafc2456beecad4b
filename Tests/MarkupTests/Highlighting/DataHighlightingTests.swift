import Testing

struct DataHighlightingTests {
  @Test func jsonHasKeysAndComments() throws {
    try expect(
      "json",
      #"""
      {
        // note
        "name": "x\"y",
        "list": [1, -2.5e+3, true, null],
        open: 'yes'
      }
      """#,
      is: #"""
        {
          «c // note»
          «a "name"»: «s "x\"y"»,
          «a "list"»: [«n 1», -«n 2.5e+3», «b true», «b null»],
          «a open»: «s 'yes'»
        }
        """#)
  }

  @Test func yamlHasKeysAnchorsAndBlockScalars() throws {
    try expect(
      "yaml",
      #"""
      %YAML 1.2
      ---
      # comment
      base: &base
        name: "a b" # why
        'on': true
        - item: [1, two, {a: b}]
      <<: *base
      script: |
        echo hi: # no comment

        done
      count: 12
      url: http://x.org/#a
      tag: !!str ~
      """#,
      is: #"""
        «h %YAML 1.2»
        «h ---»
        «c # comment»
        «a base»: «v &base»
          «a name»: «s "a b"» «c # why»
          «a 'on'»: «b true»
          «o -» «a item»: [«n 1», two, {«a a»: b}]
        «a <<»: «v *base»
        «a script»: «o |»
          «s echo hi: # no comment»

          «s done»
        «a count»: «n 12»
        «a url»: http://x.org/#a
        «a tag»: «t !!str» «b ~»
        """#)
  }

  @Test func terraformHasBlocksInterpolationAndHeredocs() throws {
    try expect(
      "hcl",
      #"""
      resource "aws_s3_bucket" "logs" {
        bucket = "${var.prefix}-logs-${upper("x")}"
        count  = var.enabled ? 1 : 0 # maybe
        tags   = { for k, v in local.tags : k => v == "x" }
        policy = <<-EOT
          { "a": "${data.x}" }
        EOT
      }
      /* end */
      """#,
      is: #"""
        «k resource» «s "aws_s3_bucket"» «s "logs"» {
          «a bucket» = «s "${»«v var».prefix«s }-logs-${»«f upper»(«s "x"»)«s }"»
          «a count»  = «v var».enabled ? «n 1» : «n 0» «c # maybe»
          «a tags»   = { «k for» k, v «k in» «v local».tags : k => v == «s "x"» }
          «a policy» = «k <<-EOT»
        «s     { "a": "»«v ${data.x}»«s " }»
          «k EOT»
        }
        «c /* end */»
        """#)
  }

  @Test func tomlHasSectionsAndKeys() throws {
    try expect(
      "toml",
      #"""
      [package]
      name = "demo" # c
      version.workspace = true
      list = [
        [1, 2],
        'a\',
      ]
      [[bin]]
      "odd key" = 1_000
      """#,
      is: #"""
        «h [package]»
        «a name» = «s "demo"» «c # c»
        «a version.workspace» = «b true»
        «a list» = [
          [«n 1», «n 2»],
          «s 'a\'»,
        ]
        «h [[bin]]»
        «a "odd key"» = «n 1_000»
        """#)
  }

  @Test func configurationHasSectionsAndKeys() throws {
    try expect(
      "ini",
      #"""
      ; comment
      [Service]
      ExecStart = /bin/x "a b" # c
      Port 22
      on=true
      msg = don't
      home = ${HOME}/x
      server {
      """#,
      is: #"""
        «c ; comment»
        «h [Service]»
        «a ExecStart» = /bin/x «s "a b"» «c # c»
        «a Port» «n 22»
        «a on»=true
        «a msg» = don't
        «a home» = «v ${HOME}»/x
        «a server» {
        """#)
  }

  @Test(arguments: [
    ("json", "{\"a\" : \"b:\", \"c\"}", "{«a \"a\"» : «s \"b:\"», «s \"c\"»}"),
    ("json", "[\"open\n1]", "[«s \"open»\n«n 1»]"),
    (
      "yaml", "a: >-  # why\n  b: c\n d\ne: f",
      "«a a»: «o >-»  «c # why»\n  «s b: c»\n «s d»\n«a e»: f"
    ),
    (
      "yaml", "- |\n  x\n- k: |\n    y\n  z: 1",
      "«o -» «o |»\n  «s x»\n«o -» «a k»: «o |»\n    «s y»\n  «a z»: «n 1»"
    ),
    (
      "yaml", "a: b#c # d\nb: \"x\n  y\" # z",
      "«a a»: b#c «c # d»\n«a b»: «s \"x»\n«s   y\"» «c # z»"
    ),
    ("yaml", "'it''s': {a: 1.5, \"b\": no}", "«a 'it''s'»: {«a a»: «n 1.5», «a \"b\"»: «b no»}"),
    ("yaml", "? k\n: v\n...", "«o ?» k\n: v\n«h ...»"),
    ("yaml", "key: -1\nlist: [a,\n  b: c]", "«a key»: «n -1»\n«a list»: [a,\n  «a b»: c]"),
    ("hcl", "a = \"${x}\" // c\nb == 1", "«a a» = «s \"${»x«s }\"» «c // c»\nb == «n 1»"),
    (
      "hcl", "locals {\n  x = <<E\n  E2\nE\n}",
      "«k locals» {\n  «a x» = «k <<E»\n«s   E2»\n«k E»\n}"
    ),
    (
      "toml", "a = \"\"\"\nx = 1\n\"\"\"\nt = 07:32",
      "«a a» = «s \"\"\"»\n«s x = 1»\n«s \"\"\"»\n«a t» = «n 07»:«n 32»"
    ),
    ("ini", "a=1;b\nc = 2 ; d", "«a a»=1;b\n«a c» = «n 2» «c ; d»"),
    ("ini", "[open\nkey", "«h [open»\nkey"),
  ])
  func smallPrintOfData(language: String, code: String, expected: String) throws {
    try expect(language, code, is: expected)
  }
}
