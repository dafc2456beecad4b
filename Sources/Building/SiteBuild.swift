internal import Diagnostics
internal import Files
internal import Notes
internal import Publishing
internal import Rendering
internal import Workers

/// The whole way from a folder of notes to a site: the file to read first.
public struct SiteBuild {
  /// Builds a site.
  ///
  /// - Parameters:
  ///   - request: what is to be built, and where it goes.
  ///   - progress: is told what is being done; called from one thread.
  /// - Returns: what was done, and what authors can mend.
  /// - Throws: `BuildError` where there is no site; the former one is then as it was.
  public static func run(
    _ request: BuildRequest, progress: (Stage) -> Void = { _ in }
  ) throws(BuildError) -> BuildReport {
    let workers = Workers(width: request.jobs)
    let settings = try Settings(request)
    let folder = try Failure.files { () throws(FileProblem) in try Folder(at: request.content) }
    let source = folder.source(excluding: settings.excludedFolders(in: folder.path))
    let publication = try Publication.beginning(request)
    if let publication, !request.isClean,
      let former = FormerBuild(publication, of: source, settings, workers: workers)
    {
      if request.endsProcess { Keepsakes.keep(publication.formerManifest) }
      if let report = former.report {
        publication.abandon()
        return report
      }
      if let edit = former.edit { return try edit.publish() }
    }

    var shelf: NoteShelf?
    let studies = try Studies(
      of: folder, source: source, settings, workers: workers, shelf: &shelf, progress: progress)
    guard let publication else { return studies.report }
    let cache =
      request.cache.isWorthwhile(for: studies.notebook.notes.count)
      ? CacheWriter(publication.cache) : nil
    let search = workers.begin { studies.searchIndex(workers: workers, keeping: cache?.add) }
    let site = studies.site(workers: workers)
    var report = studies.report
    progress(.writing(pages: site.pageCount))
    let key = BuildKey(studies.notebook, settings).value
    let press = Press(
      site: site, search: search, theme: settings.theme, copies: studies.copies,
      folder: folder)
    try press.run(into: publication, report: report, workers: workers)
    let outcome = try Failure.publishing { () throws(PublishingError) in
      try publication.commit(
        build: key, caching: cache.map { press.memory(of: studies, settings, $0).head },
        workers: workers)
    }
    report.take(outcome)
    if request.endsProcess { Keepsakes.keep((studies, press, publication)) }
    return report
  }

  /// What a build is doing.
  public enum Stage: Sendable {
    /// Notes are read and parsed.
    case reading
    /// Links, tags and pictures are looked up.
    case linking
    /// Pages are rendered and written.
    case writing(pages: Int)
  }
}
