internal import Files
internal import Glibc
internal import Publishing

/// Turns the errors of the rooms below into those of a build.
enum Failure {
  static func files<Result>(
    _ body: () throws(FileProblem) -> Result
  ) throws(BuildError) -> Result {
    do throws(FileProblem) {
      return try body()
    } catch {
      throw .files(error.description)
    }
  }

  static func publishing<Result>(
    _ body: () throws(PublishingError) -> Result
  ) throws(BuildError) -> Result {
    do throws(PublishingError) {
      return try body()
    } catch {
      throw .files(error.description)
    }
  }
}

extension Publication {
  /// Makes the folders above the output that are not there; what cannot be made is told by `begin`.
  private static func makeParents(of output: String) {
    for end in output.indices.dropFirst() where output[end] == "/" {
      mkdir(String(output[..<end]), 0o777)
    }
  }

  /// Writes a file from an array.
  func write(_ path: String, _ bytes: [UInt8]) throws(PublishingError) {
    let result = bytes.withUnsafeBytes { buffer -> PublishingError? in
      do throws(PublishingError) {
        try write(path, buffer)
        return nil
      } catch {
        return error
      }
    }
    if let result { throw result }
  }

  /// Begins to publish; nil for a dry run.
  static func beginning(_ request: BuildRequest) throws(BuildError) -> Publication? {
    guard !request.isDryRun else { return nil }
    makeParents(of: request.output)
    return try Failure.publishing { () throws(PublishingError) in
      try Publication.begin(output: request.output, force: request.isForced)
    }
  }
}

extension BuildReport {
  /// Adds what publishing did.
  mutating func take(_ outcome: Outcome) {
    writtenCount = outcome.written
    removedCount = outcome.removed
    replacedEdits = outcome.edited
    strays = outcome.strays
  }
}
