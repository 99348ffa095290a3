# Names alone, and as many openings of sentences without one: what a line, a cell or a heading holds.
# Reads sentences of "token TAB tag" in BIO; of people, organisations and places it takes each name
# once, and of these every EVERYth.
BEGIN { FS = OFS = "\t" }
function put(words, tags,   w, t, n, i) {
  if (words in seen) return 0
  seen[words] = 1
  n = split(words, w, " "); split(tags, t, " ")
  for (i = 1; i <= n; i++) print w[i], t[i]
  print ""
  return 1
}
function sentence(   i, j, words, tags, plain) {
  for (i = 1; i <= count; i++)
    if (tolower(tag[i]) ~ /^b-(per|org|loc|gpe|place|corp|group)/) {
      words = token[i]; tags = tag[i]
      for (j = i + 1; j <= count && tag[j] ~ /^I-/; j++) { words = words " " token[j]; tags = tags " " tag[j] }
      if (words ~ /^[[:upper:]]/ && !((words in found)) && found[words] = ++distinct && distinct % every == 0)
        names += put(words, tags)
    }
  if (token[1] ~ /^[[:upper:]][[:lower:]]/ && plains < names) {
    # One to three words, by turns.
    plain = 1 + plains % 3; words = tags = ""
    for (i = 1; i <= plain && i <= count; i++) {
      if (tag[i] != "O" || token[i] !~ /^[[:alpha:]]+$/) break
      words = words (i > 1 ? " " : "") token[i]; tags = tags (i > 1 ? " O" : "O")
    }
    if (i > plain) plains += put(words, tags)
  }
  count = 0
}
NF < 2 { sentence(); next }
{ count++; token[count] = $1; tag[count] = $NF }
END { sentence() }
