// What libyaml remembers from token to token: simple keys, indents, and our own caps.
extension YAMLScan {
  mutating func skipToToken() {
    while true {
      if cursor.column == 0, cursor.byte() == 0xEF, cursor.byte(1) == 0xBB, cursor.byte(2) == 0xBF {
        cursor.advance()
      }
      while cursor.byte() == UInt8(ascii: " ")
        || (cursor.byte() == UInt8(ascii: "\t") && (isInFlow || !allowsSimpleKey))
      {
        cursor.advance()
      }
      if cursor.byte() == UInt8(ascii: "#") {
        while !cursor.isLineEnd { cursor.advance() }
      }
      guard cursor.isBreak() else { return }
      cursor.advanceLine()
      if !isInFlow { allowsSimpleKey = true }
    }
  }

  mutating func dropStaleKeys() throws(YAMLProblem) {
    for place in simpleKeys.indices where simpleKeys[place].isPossible {
      guard let start = simpleKeys[place].cursor else { continue }
      guard start.line < cursor.line || start.index + 1024 < cursor.index else { continue }
      if simpleKeys[place].isRequired { throw missingColon(start) }
      simpleKeys[place].isPossible = false
    }
  }

  mutating func saveSimpleKey(_ kind: Start) throws(YAMLProblem) {
    guard allowsSimpleKey else { return }
    try dropSimpleKey()
    simpleKeys[simpleKeys.count - 1] = SimpleKey(
      isPossible: true, isRequired: !isInFlow && indent == cursor.column, start: kind,
      cursor: cursor)
  }

  mutating func dropSimpleKey() throws(YAMLProblem) {
    let top = simpleKeys.count - 1
    if simpleKeys[top].isPossible, simpleKeys[top].isRequired, let start = simpleKeys[top].cursor {
      throw missingColon(start)
    }
    simpleKeys[top].isPossible = false
  }

  func missingColon(_ start: YAMLCursor) -> YAMLProblem {
    start.problem(
      "this line is not 'key: value'",
      help:
        "write a colon and a space after the key; indent the line if it belongs to the one above")
  }

  mutating func roll(to column: Int) throws(YAMLProblem) {
    guard indent < column else { return }
    indents.append(indent)
    indent = column
    try checkDepth()
    try count()
  }

  mutating func unroll(to column: Int) {
    guard !isInFlow else { return }
    while indent > column, let outer = indents.popLast() { indent = outer }
  }

  func checkDepth() throws(YAMLProblem) {
    guard indents.count + flowLevel <= SafeYAML.maximumDepth else {
      throw cursor.problem(
        "lists and mappings are nested deeper than \(SafeYAML.maximumDepth) levels")
    }
  }

  mutating func countNode() throws(YAMLProblem) {
    awaitsValue = false
    try count()
  }

  /// Notes that a value may follow; where none does, it is an empty one, and counts.
  mutating func expectValue() throws(YAMLProblem) {
    if awaitsValue { try count() }
    awaitsValue = true
  }

  mutating func count() throws(YAMLProblem) {
    nodes += 1
    guard nodes <= SafeYAML.maximumNodes else {
      throw cursor.problem("the YAML has more than \(SafeYAML.maximumNodes) values")
    }
  }
}
