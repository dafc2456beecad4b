import Testing

struct ShellHighlightingTests {
  @Test func aScriptHasCommandsOptionsVariablesAndHeredocs() throws {
    try expect(
      "bash",
      #"""
      #!/usr/bin/env bash
      set -euo pipefail
      export PATH="$HOME/bin:${PATH}" # tools
      for name in a b; do
        if [ -n "${1:-}" ]; then LANG=C sort --unique -r "$name" | head -n 5 > out.txt 2>&1; fi
      done
      total=$(wc -l < "$(pwd)/list" && echo $((total + 1)))
      case "$1" in
        start|stop) systemctl "$1" app ;;
        *) exit 1 ;;
      esac
      greet() { echo 'it is' $USER; }
      cat <<EOF | sudo tee /etc/motd
      Hello $USER
      EOF
      """#,
      is: #"""
        «c #!/usr/bin/env bash»
        «b set» «a -euo» pipefail
        «b export» «v PATH»=«s "»«v $HOME»«s /bin:»«v ${PATH}»«s "» «c # tools»
        «k for» name «k in» a b«o ;» «k do»
          «k if» [ «a -n» «s "»«v ${1:-}»«s "» ]«o ;» «k then» «v LANG»=C «f sort» «a --unique» «a -r» «s "»«v $name»«s "» «o |» «f head» «a -n» 5 «o >» out.txt 2«o >&1»«o ;» «k fi»
        «k done»
        «v total»=$(«f wc» «a -l» «o <» «s "$(»«b pwd»«s )/list"» «o &&» «b echo» $((total + 1)))
        «k case» «s "»«v $1»«s "» «k in»
          start«o |»stop) «f systemctl» «s "»«v $1»«s "» app «o ;;»
          *) «b exit» 1 «o ;;»
        «k esac»
        «f greet»() { «b echo» «s 'it is'» «v $USER»«o ;» }
        «f cat» «k <<EOF» «o |» «f sudo» «f tee» /etc/motd
        «s Hello »«v $USER»
        «k EOF»
        """#)
  }

  @Test func aSessionHasPromptsCommandsAndOutput() throws {
    try expect(
      "console",
      #"""
      $ git status --short
      M file.txt
      $ echo hi \
        there
      # done
      """#,
      is: #"""
        «h $» «f git» status «a --short»
        M file.txt
        «h $» «b echo» hi \
          there
        «c # done»
        """#)
  }

  @Test func aDockerfileHasInstructionsWithShellInside() throws {
    try expect(
      "dockerfile",
      #"""
      # syntax=docker/dockerfile:1
      FROM --platform=linux/amd64 swift:6.1 AS build
      ARG VERSION=1.0
      WORKDIR /src
      RUN apt-get update && \
          # needed
          apt-get install -y curl
      COPY --from=build /src/app /usr/bin/
      HEALTHCHECK --interval=5s CMD curl -f http://localhost/
      CMD ["app", "--port", "80"]
      """#,
      is: #"""
        «c # syntax=docker/dockerfile:1»
        «k FROM» «a --platform»=linux/amd64 swift:6.1 «k AS» build
        «k ARG» «v VERSION»=1.0
        «k WORKDIR» /src
        «k RUN» «f apt-get» update «o &&» \
            «c # needed»
            «f apt-get» install «a -y» curl
        «k COPY» «a --from»=build /src/app /usr/bin/
        «k HEALTHCHECK» «a --interval»=5s «k CMD» «f curl» «a -f» http://localhost/
        «k CMD» [«s "app"», «s "--port"», «s "80"»]
        """#)
  }

  @Test(arguments: [
    ("sh", "$ ls -l\ntotal 0", "«h $» «f ls» «a -l»\ntotal 0"),
    ("console", "echo no prompt", "«b echo» no prompt"),
    ("sh", "cat <<'E'\n$x\nE\nls", "«f cat» «k <<'E'»\n«s $x»\n«k E»\n«f ls»"),
    ("sh", "a=(x y)\nb", "«v a»=(x y)\n«f b»"),
    ("sh", "echo a#b # c", "«b echo» a#b «c # c»"),
    ("sh", "x=$'it\\'s' y", "«v x»=«s $'it\\'s'» «f y»"),
    ("sh", "((i<<1))\ni", "((i«o <<»1))\n«f i»"),
    ("sh", "echo `date -u` x", "«b echo» `«f date» «a -u»` x"),
    ("sh", "f &>log & g", "«f f» «o &>»log «o &» «f g»"),
    (
      "sh", "cat <<-A <<B\n\tone\n\tA\ntwo\nB\nls",
      "«f cat» «k <<-A» «k <<B»\n«s \tone»\n\t«k A»\n«s two»\n«k B»\n«f ls»"
    ),
    ("sh", "echo \"open\nline", "«b echo» «s \"open»\n«s line»"),
    (
      "sh", "for f in *; do\r\n  rm $f\r\ndone",
      "«k for» f «k in» *«o ;» «k do»\r\n  «f rm» «v $f»\r\n«k done»"
    ),
    (
      "dockerfile", "RUN <<EOF\napt update\nEOF\nUSER me",
      "«k RUN» «k <<EOF»\n«s apt update»\n«k EOF»\n«k USER» me"
    ),
    (
      "dockerfile", "from a as b\nONBUILD RUN ls",
      "«k from» a «k as» b\n«k ONBUILD» «k RUN» «f ls»"
    ),
  ])
  func smallPrintOfTheShell(language: String, code: String, expected: String) throws {
    try expect(language, code, is: expected)
  }
}
