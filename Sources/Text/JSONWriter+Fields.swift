extension JSONWriter {
  /// Appends a key and text.
  public mutating func field(_ name: StaticString, _ value: String) {
    key(name)
    string(value)
  }

  /// Appends a key and text; nothing for nil.
  public mutating func field(_ name: StaticString, _ value: String?) {
    if let value { field(name, value) }
  }

  /// Appends a key and a whole number.
  public mutating func field(_ name: StaticString, _ value: Int) {
    key(name)
    number(value)
  }

  /// Appends a key and a whole number; nothing for nil.
  public mutating func field(_ name: StaticString, _ value: Int?) {
    if let value { field(name, value) }
  }

  /// Appends a key and a number.
  public mutating func field(_ name: StaticString, _ value: Double) {
    key(name)
    number(value)
  }

  /// Appends a key and `true` or `false`.
  public mutating func field(_ name: StaticString, _ value: Bool) {
    key(name)
    bool(value)
  }

  /// Appends a key and an array of texts.
  public mutating func field(_ name: StaticString, _ values: [String]) {
    array(name) { json in
      for index in values.indices { json.string(values[index]) }
    }
  }

  /// Appends a key and an array of texts.
  public mutating func field(_ name: StaticString, _ values: some Sequence<String>) {
    array(name) { json in
      for value in values { json.string(value) }
    }
  }

  /// Appends a key and a text of a table.
  public mutating func field(_ name: StaticString, _ text: Int, of table: JSONTexts) {
    key(name)
    string(text, of: table)
  }

  /// Appends a key and an object.
  public mutating func object(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  /// Appends a key and an array.
  public mutating func array(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
    key(name)
    array(body)
  }
}
