/// The order in which people write a command line, put into the one that the parser reads.
enum ArgumentOrder {
  private static let flags: Set<String> = ["-q", "--quiet", "-v", "--verbose"]
  private static let options: Set<String> = ["-C", "--directory", "--color"]

  /// Moves options of all commands that stand before a command's name, as in `sitegen -C DIR check`,
  /// behind its own arguments.
  ///
  /// - Parameters:
  ///   - arguments: those of the process, without the program's name.
  ///   - commands: the names of the commands.
  /// - Returns: the same arguments, each once.
  static func commandFirst(_ arguments: [String], commands: Set<String>) -> [String] {
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      if flags.contains(argument) || options.contains(where: { argument.hasPrefix("\($0)=") }) {
        index += 1
      } else if options.contains(argument), index + 1 < arguments.count {
        index += 2
      } else {
        break
      }
    }
    guard index > 0, index < arguments.count, commands.contains(arguments[index]) else {
      return arguments
    }
    let rest = arguments[index...]
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return Array(rest[..<end]) + arguments[..<index] + rest[end...]
  }
}
