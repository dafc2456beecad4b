import Files
import Notes
import Rendering
import Testing
import Topics

@Suite struct GraphExportTests {
  /// The graph of a folder of notes as text.
  private func text(
    _ format: GraphExport.Format, of files: [String: String],
    part: (TopicGraph) -> GraphSelection = GraphSelection.init(allOf:)
  ) throws -> String {
    let book = try Notebook(reading: .memory(files.mapValues { Array($0.utf8) }))
    let graph = TopicGraph(book)
    let export = GraphExport(book, graph, part(graph))
    return String(decoding: export.bytes(as: format), as: UTF8.self)
  }

  private let files = [
    "a.md":
      "# Start\n[B](sub/b.md)\n## Next\n[AWS KMS](sub/b.md), [Amazon KMS](sub/b.md), [Later](l.md)",
    "sub/b.md": "# Vault\n## Key Management Service\n",
  ]

  @Test func writesJSON() throws {
    #expect(
      try text(.json, of: files, part: { GraphSelection(wantedIn: $0) }) == """
        {
          "nodes": [
            {
              "id": "note:a.md",
              "kind": "note",
              "title": "Start",
              "path": "a.md",
              "url": "a.html",
              "labels": [],
              "inDegree": 0,
              "demand": 0
            },
            {
              "id": "topic:later",
              "kind": "topic",
              "title": "Later",
              "labels": [
                "Later"
              ],
              "inDegree": 1,
              "demand": 1
            },
            {
              "id": "wanted:l.md",
              "kind": "wanted",
              "title": "l",
              "path": "l.md",
              "labels": [
                "Later"
              ],
              "inDegree": 1,
              "demand": 1
            }
          ],
          "edges": [
            {
              "from": "note:a.md",
              "to": "topic:later",
              "kind": "next-step",
              "order": 3,
              "file": "a.md",
              "line": 4,
              "column": 46
            },
            {
              "from": "wanted:l.md",
              "to": "topic:later",
              "kind": "treats",
              "because": "target",
              "score": 0.25
            }
          ],
          "merges": []
        }

        """)
  }

  @Test func listsMergesWithTheirReason() throws {
    let json = try text(.json, of: files)
    #expect(
      json.hasSuffix(
        """
          "merges": [
            {
              "label": "Amazon KMS",
              "into": "topic:key-management-service",
              "because": "vendor prefix"
            }
          ]
        }

        """))
  }

  @Test func writesDOT() throws {
    #expect(
      try text(.dot, of: files) == """
        digraph "sitegen" {
          graph [rankdir=LR, overlap=false]
          node [fontname="sans-serif", fontsize=11,style=rounded]
          edge [fontname="sans-serif", fontsize=9, color="#566166"]
          "note:a.md" [label="Start", shape=box, URL="a.html"]
          "note:sub/b.md" [label="Vault", shape=box, URL="sub/b.html"]
          "topic:key-management-service" [label="AWS KMS", shape=ellipse,style=filled, fillcolor="#e5f1f3"]
          "topic:later" [label="Later", shape=ellipse,style=filled, fillcolor="#e5f1f3"]
          "wanted:l.md" [label="l", shape=box,style="rounded,dashed", color="#875100"]
          "note:a.md" -> "note:sub/b.md"
          "note:a.md" -> "topic:key-management-service" [label="1", penwidth=1.5]
          "note:a.md" -> "topic:key-management-service" [label="2", penwidth=1.5]
          "note:a.md" -> "topic:later" [label="3", penwidth=1.5]
          "note:sub/b.md" -> "topic:key-management-service" [style=dotted, arrowhead=none]
          "wanted:l.md" -> "topic:later" [style=dotted, arrowhead=none]
        }

        """)
  }

  @Test func writesMermaid() throws {
    #expect(
      try text(.mermaid, of: files) == """
        flowchart LR
          n0["Start"]
          n1["Vault"]
          n2(["AWS KMS"])
          n3(["Later"])
          n4["l"]:::wanted
          n0 --> n1
          n0 -->|1| n2
          n0 -->|2| n2
          n0 -->|3| n3
          n1 -.- n2
          n4 -.- n3
          classDef wanted stroke-dasharray: 4 3

        """)
  }

  @Test func writesCSV() throws {
    let rows = try text(.csv, of: files).split(separator: "\r\n").map(String.init)
    #expect(
      rows == [
        "from,from title,kind,to,to title,order,anchor,file,line,column,because",
        "note:a.md,Start,link,note:sub/b.md,Vault,,,a.md,2,1,",
        "note:a.md,Start,next-step,topic:key-management-service,AWS KMS,1,,a.md,4,1,",
        "note:a.md,Start,next-step,topic:key-management-service,AWS KMS,2,,a.md,4,22,",
        "note:a.md,Start,next-step,topic:later,Later,3,,a.md,4,46,",
        "note:sub/b.md,Vault,treats,topic:key-management-service,AWS KMS,,key-management-service,"
          + "sub/b.md,2,1,alias", "wanted:l.md,l,treats,topic:later,Later,,,,,,target",
      ])
  }

  @Test func writesGraphML() throws {
    let xml = try text(.graphml, of: files, part: { GraphSelection(of: $0, around: 1) })
    #expect(
      xml.split(separator: "<graph id").last.map(String.init) == """
        ="sitegen" edgedefault="directed">
        <node id="note:sub/b.md"><data key="kind">note</data><data key="title">Vault</data>\
        <data key="path">sub/b.md</data><data key="url">sub/b.html</data>\
        <data key="inDegree">1</data><data key="demand">0</data></node>
        </graph>
        </graphml>

        """)
    #expect(try text(.graphml, of: files).split(separator: "<edge ").count == 7)
  }

  /// What no format may pass on as it is, as a title, a label, a file's name and an anchor.
  private let hostile = [
    "x\"]<&'\\\n|.md":
      "# T\"];\\\\\\<x>&'`{{}}-->\u{1}\n## A\"&<\n## Next\n[L\"];\\\\<&'|](w\"%5C%3C.md), [M](#a)"
  ]

  @Test func noTextBreaksOutOfItsQuotes() throws {
    let dot = try text(.dot, of: hostile)
    #expect(dot.contains(#"[label="T\"];\\<x>&amp;'`{{}}--"#))
    #expect(dot.contains(#""note:x\"]<&amp;'\\\n|.md""#))
    let mermaid = try text(.mermaid, of: hostile)
    #expect(mermaid.contains("n0[\"T#34;#93;#59;#92;"))
    #expect(mermaid.split(separator: "\n").allSatisfy { $0.count { $0 == "\"" } % 2 == 0 })
    let xml = try text(.graphml, of: hostile)
    #expect(xml.contains("<node id=\"note:x&quot;]&lt;&amp;&apos;\\&#10;|.md\">"))
    #expect(!xml.contains("\u{1}"))
    let json = try text(.json, of: hostile)
    #expect(json.contains(#""id": "note:x\"]\u003c&'\\\n|.md""#))
    let csv = try text(.csv, of: hostile)
    #expect(csv.contains("\"note:x\"\"]<&'\\\n|.md\""))
  }

  @Test(arguments: GraphExport.Format.allCases)
  func nothingIsAGraphToo(format: GraphExport.Format) throws {
    #expect(try !text(format, of: [:]).isEmpty)
  }
}
