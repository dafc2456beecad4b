/// The files that a new site begins with.
enum Scaffold {
  static let files: [(path: String, text: String)] = [
    ("Content/README.md", home), ("Content/first-steps.md", firstSteps),
    ("Content/links.md", links), ("sitegen.yml", configuration), (".gitignore", ignored),
    (".github/workflows/site.yml", github), (".gitlab-ci.yml", gitlab),
    (".pre-commit-config.yaml", preCommit),
  ]

  private static let home = """
    # My notes

    This is the home page. Each Markdown file in this folder becomes a page, and each folder a page that lists what it
    holds.

    ## Next steps

    - [First steps](first-steps.md)
    - [How to link](links.md)

    """

  private static let firstSteps = """
    ---
    tags: [start]
    ---
    # First steps

    1. Change this note while `sitegen serve` runs: the page follows.
    2. Ask what could be better: `sitegen check`.
    3. Begin a note: `sitegen new ideas`.

    > [!TIP]
    > A note needs no front matter. `title`, `description`, `tags`, `order`, `draft`, `aliases` and `date` may stand there.

    ## Next steps

    - [How to link](links.md)

    """

  private static let links = """
    ---
    tags: [start]
    ---
    # How to link

    Link to a note by its file, as [first steps](first-steps.md) is linked here, or by its name: [[first-steps]]. A link to
    a section has the heading's id: [what comes next](first-steps.md#next-steps). What leads nowhere is told, with the line
    and a hint.

    """

  private static let configuration = """
    title: My notes
    description: What I know, and what comes next.
    # Where the site will stand; for sitemap and feed:
    # site-url: https://example.org/notes/
    # Pages name the day of each note's last commit:
    # last-changed: git

    """

  private static let ignored = """
    /Public/
    /.Public.sitegen/

    """

  private static let github = """
    # Checks the notes of every change, and publishes the site of the main branch on GitHub Pages.
    # SITEGEN names the repository that holds sitegen's sources: set it in the settings, under variables.
    name: site
    on:
      push: { branches: [main] }
      pull_request:
    permissions:
      contents: read
    jobs:
      site:
        runs-on: ubuntu-latest
        container: swift:6.3-bookworm
        steps:
          - uses: actions/checkout@v4
            with: { fetch-depth: 0 }
          - name: Build sitegen
            run: |
              apt-get update
              apt-get install -y --no-install-recommends pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev
              git clone --depth 1 "${{ vars.SITEGEN }}" .sitegen
              swift build -c release --package-path .sitegen --product sitegen
          - name: Check the notes
            run: .sitegen/.build/release/sitegen check
          - name: Build the site
            run: .sitegen/.build/release/sitegen
          - uses: actions/upload-pages-artifact@v3
            if: github.ref == 'refs/heads/main'
            with: { path: Public }
      pages:
        if: github.ref == 'refs/heads/main'
        needs: site
        runs-on: ubuntu-latest
        permissions: { pages: write, id-token: write }
        environment: { name: github-pages, url: "${{ steps.deployment.outputs.page_url }}" }
        steps:
          - id: deployment
            uses: actions/deploy-pages@v4

    """

  private static let gitlab = """
    # Checks the notes of every change, and publishes the site of the main branch on GitLab Pages.
    # SITEGEN names the repository that holds sitegen's sources: set it in the settings, under CI/CD variables.
    pages:
      image: swift:6.3-bookworm
      variables: { GIT_DEPTH: "0" }
      cache: { key: sitegen, paths: [.sitegen-build] }
      script:
        - apt-get update
        - apt-get install -y --no-install-recommends pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev
        - git clone --depth 1 "$SITEGEN" .sitegen
        - swift build -c release --package-path .sitegen --scratch-path .sitegen-build --product sitegen
        - .sitegen-build/release/sitegen check --format junit > findings.xml
        - .sitegen-build/release/sitegen --output public
      artifacts:
        paths: [public]
        reports: { junit: findings.xml }
      rules:
        - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

    """

  private static let preCommit = """
    # pre-commit (https://pre-commit.com) runs this before each commit: pre-commit install
    repos:
      - repo: local
        hooks:
          - id: sitegen-check
            name: sitegen check
            entry: sitegen check
            language: system
            files: \\.(md|markdown)$
            pass_filenames: false

    """
}
