/// Short forms and what they stand for.
enum Acronym {
  /// True where a short form can be read in the words of a long one: each of its letters occurs there,
  /// in order, and the first begins a word.
  ///
  /// Schwartz and Hearst 2003, "A simple algorithm for identifying abbreviation definitions in
  /// biomedical text". O(letters).
  static func matches(_ short: String, _ words: [String]) -> Bool {
    let letters = Array(short.utf8)
    guard (2...8).contains(letters.count), !words.isEmpty,
      words.count <= min(letters.count + 5, 2 * letters.count)
    else { return false }
    let long = Array(words.joined(separator: " ").utf8)
    guard long.count > letters.count else { return false }
    var place = long.count - 1
    for index in letters.indices.reversed() {
      while place >= 0, long[place] != letters[index] || (index == 0 && !beginsWord(long, place)) {
        place -= 1
      }
      if place < 0 { return false }
      place -= 1
    }
    return true
  }

  private static func beginsWord(_ text: [UInt8], _ index: Int) -> Bool {
    index == 0 || text[index - 1] == 0x20
  }
}
