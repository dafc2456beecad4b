/// Words that say little by themselves: dropped from a query that has others.
enum StopWords {
  /// True for the surface of a stop word.
  static func contains(_ surface: [UInt8]) -> Bool { words.contains(surface) }

  private static let words: Set<[UInt8]> = Set(
    """
    a about after all also am an and any are as at be because been before being but by can could \
    did do does doing done dont for from get had has have having he her here his how i if in into \
    is it its just like may me might my no nor not of off on once only or our out over own per \
    please shall she should so some such than that the their them then there these they this those \
    to too under until up upon us use using very via was we were what when where which while who \
    whom whose why will with within without would you your
    """.split(separator: " ").map { Array($0.utf8) })
}
