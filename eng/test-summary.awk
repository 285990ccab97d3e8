# Reads TRX files; prints the failed tests with their messages, then "N passed, N failed, N skipped".
# Ends with 1 if a test failed or a test project ran none.

function attribute(name,    start, text) {
  start = index($0, " " name "=\"")
  if (start == 0) return ""
  text = substr($0, start + length(name) + 3)
  return substr(text, 1, index(text, "\"") - 1)
}

function plain(text) {
  gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text); gsub(/&apos;/, "'", text)
  gsub(/&#x[0-9A-Fa-f]+;/, " ", text); gsub(/&amp;/, "\\&", text)
  return text
}

{ sub(/\r$/, "") }

/<UnitTestResult / {
  failing = attribute("outcome") == "Failed"
  if (failing) print "FAILED " plain(attribute("testName"))
}

failing && /<Message>/ { inMessage = 1; sub(/.*<Message>/, "") }
inMessage {
  last = index($0, "</Message>")
  print "    " plain(last ? substr($0, 1, last - 1) : $0)
  if (last) inMessage = 0
}

/<Counters / {
  passed += attribute("passed")
  failed += attribute("executed") - attribute("passed")
  skipped += attribute("total") - attribute("executed")
  if (attribute("executed") == 0) {
    print "NO TESTS " FILENAME
    empty = 1
  }
}

END {
  printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped
  exit failed > 0 || passed == 0 || empty
}
