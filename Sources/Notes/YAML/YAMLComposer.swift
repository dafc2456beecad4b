import Yams

/// Hands YAML that was walked by ``YAMLScan`` to Yams and takes plain values back.
struct YAMLComposer {
  private var cursor: YAMLCursor
  private var lastMark = (line: 0, column: 0)

  /// The value of a text; nil where it has none.
  ///
  /// `keys` are the keys that the walk found.
  static func compose(
    _ text: YAMLText, keys: [YAMLScan.Key], firstLine: Int
  ) throws(YAMLProblem) -> YAMLValue? {
    let node: Node?
    do {
      // `.basic` tries no regular expressions; naming the encoding keeps Yams from asking the
      // environment for it.
      node = try Yams.compose(yaml: text.string, .basic, .default, .utf8)
    } catch {
      throw problem(error, in: text, keys: keys, firstLine: firstLine)
    }
    guard let node else { return nil }
    var composer = YAMLComposer(cursor: YAMLCursor(text.bytes, firstLine: firstLine))
    let value = try composer.value(of: node, depth: 0)
    // A document of nothing but `---` composes to an empty scalar.
    return value.content == .scalar(text: "", wasQuoted: false) ? nil : value
  }

  private init(cursor: YAMLCursor) {
    self.cursor = cursor
  }

  private mutating func value(of node: Node, depth: Int) throws(YAMLProblem) -> YAMLValue {
    try move(to: node.mark)
    let (line, column) = (cursor.placeLine, cursor.placeColumn)
    guard depth <= SafeYAML.maximumDepth else {
      throw cursor.problem(
        "lists and mappings are nested deeper than \(SafeYAML.maximumDepth) levels")
    }
    switch node {
    case .scalar(let scalar):
      try check(node, is: .str)
      try check(scalar.string)
      return YAMLValue(
        .scalar(text: scalar.string, wasQuoted: scalar.style != .plain), line: line, column: column)
    case .sequence(let sequence):
      try check(node, is: .seq)
      var items: [YAMLValue] = []
      items.reserveCapacity(sequence.count)
      for item in sequence { items.append(try value(of: item, depth: depth + 1)) }
      return YAMLValue(.sequence(items), line: line, column: column)
    case .mapping(let mapping):
      try check(node, is: .map)
      var pairs: [YAMLValue.Pair] = []
      pairs.reserveCapacity(mapping.count)
      for (key, content) in mapping { pairs.append(try pair(key, content, depth: depth + 1)) }
      return YAMLValue(.mapping(pairs), line: line, column: column)
    case .alias:
      throw slipped
    }
  }

  private mutating func pair(
    _ key: Node, _ content: Node, depth: Int
  ) throws(YAMLProblem) -> YAMLValue.Pair {
    let name = try value(of: key, depth: depth)
    guard let text = name.text else {
      throw YAMLProblem(at: name, "a key must be text", help: "put the key in quotes")
    }
    guard name.wasQuoted || !text.isEmpty && text != "<<" else {
      throw YAMLProblem(at: name, "a key is missing here", help: "write 'key: value'")
    }
    return YAMLValue.Pair(
      key: text, line: name.line, column: name.column,
      value: try value(of: content, depth: depth))
  }

  // The walk has refused aliases and tags before. Should it ever miss one, it shows here: a value
  // that was used a second time begins before the one in front of it.
  private mutating func move(to mark: Mark?) throws(YAMLProblem) {
    guard let mark else { throw slipped }
    let (line, column) = (mark.line - 1, mark.column - 1)
    guard lastMark <= (line, column) else { throw slipped }
    lastMark = (line, column)
    cursor.move(toLine: line, column: column)
  }

  private func check(_ node: Node, is name: Tag.Name) throws(YAMLProblem) {
    guard node.tag.rawValue == name.rawValue else { throw slipped }
  }

  private var slipped: YAMLProblem {
    cursor.problem("sitegen does not read anchors, aliases and tags", help: "write the value out")
  }

  // Escapes can write what the text itself may not hold.
  private func check(_ text: String) throws(YAMLProblem) {
    let control = text.utf8.contains {
      $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D || $0 == 0x7F
    }
    if control { throw cursor.problem("a control character in a value", help: "remove the escape") }
  }
}

extension YAMLComposer {
  private static func problem(
    _ error: any Error, in text: YAMLText, keys: [YAMLScan.Key], firstLine: Int
  ) -> YAMLProblem {
    var cursor = YAMLCursor(text.bytes, firstLine: firstLine)
    switch error as? YamlError {
    case .parser(let context?, let problem, _, _)
    where problem.hasPrefix("did not find expected ','"):
      // Where the bracket was opened says more than where its end was missed.
      cursor.move(toLine: context.mark.line - 1, column: context.mark.column - 1)
      return sentence(problem, at: cursor)
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      cursor.move(toLine: mark.line - 1, column: mark.column - 1)
      return sentence(problem, at: cursor)
    case .duplicatedKeysInMapping(_, let context):
      cursor.move(toLine: context.mark.line - 1, column: context.mark.column - 1)
      return duplicate(at: cursor, in: text, keys: keys)
    default:
      return cursor.problem("the YAML cannot be read")
    }
  }

  /// libyaml's own words for what its grammar does not allow, in ours.
  private static func sentence(_ problem: String, at cursor: YAMLCursor) -> YAMLProblem {
    switch problem {
    case "did not find expected key":
      cursor.problem(
        "this does not fit the mapping that it stands in",
        help: "check the indentation, and that quotes are closed where the value ends")
    case "did not find expected '-' indicator":
      cursor.problem("this does not fit the list that it stands in", help: "check the indentation")
    case "did not find expected ',' or ']'":
      cursor.problem(
        "a list in brackets is not closed", help: "put ',' between its items and ']' at its end")
    case "did not find expected ',' or '}'":
      cursor.problem(
        "a mapping in braces is not closed", help: "put ',' between its pairs and '}' at its end")
    default:
      cursor.problem("the YAML cannot be read here: \(problem)")
    }
  }

  /// Yams tells one of the two places; the walk knows the other.
  private static func duplicate(
    at cursor: YAMLCursor, in text: YAMLText, keys: [YAMLScan.Key]
  ) -> YAMLProblem {
    func name(_ key: YAMLScan.Key) -> String? {
      let bytes = UnsafeBufferPointer(rebasing: text.bytes[key.range])
      return try? Yams.compose(
        yaml: String(decoding: bytes, as: UTF8.self), .basic, .default, .utf8)?
        .scalar?.string
    }
    guard let first = keys.firstIndex(where: { $0.range.lowerBound == cursor.offset }),
      let word = name(keys[first])
    else { return cursor.problem("a key occurs twice", help: "keep one of them") }
    let known = keys[first]
    let second = keys[(first + 1)...].first {
      $0.isInFlow == known.isInFlow && $0.level == known.level && name($0) == word
    }
    guard let second else {
      return cursor.problem("the key \(word.quoted) occurs twice", help: "keep one of them")
    }
    return YAMLProblem(
      line: second.line, column: second.column,
      "the key \(word.quoted) occurs a second time; it is already on line \(known.line)",
      help: "keep one of them")
  }
}
