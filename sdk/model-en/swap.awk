# Sentences with other names: a teacher labels them, and a student learns to tell names that it has
# not seen by what stands around them.
# Reads lists of names (names.awk), text that a teacher labelled, of which it takes each name once
# that is sure in all its tokens, and, behind swap=1, corpora of "token TAB tag" in BIO, whose people,
# organisations, places and works get one of these names, in the case of the name that stood there.
# Sentences with a lone @ are left out: teachers disagree whether it is part of a name. Give it seed=N.
BEGIN { FS = OFS = "\t"; kind["per"] = "per"; kind["org"] = kind["cor"] = kind["gro"] = "org"
  kind["loc"] = kind["geo"] = kind["pla"] = kind["gpe"] = "geo"; kind["pro"] = kind["cre"] = kind["art"] = "art" }
# Lehmer's generator: the same numbers from every awk.
function random(n) { if (!state) state = 1 + seed * 7919; state = state * 16807 % 2147483647; return 1 + state % n }
function listed(type) { return list[type, random(lists[type])] }
# Of three names one is from a list; of listed people half are forenames alone.
function pick(type) {
  if (type == "per" && random(3) == 1) return listed("forename") (random(2) == 1 ? " " listed("surname") : "")
  if (lists[type] && random(3) == 1) return listed(type)
  return name[type, random(names[type])]
}
function learn(   i, j, words, type) {
  for (i = 1; i <= count; i++)
    if (tag[i] ~ /^[BU]-(per|org|geo|art)$/) {
      words = token[i]
      for (j = i + 1; j <= count && tag[j] ~ /^[IL]-/; j++) words = words " " token[j]
      type = substr(tag[i], 3)
      if (tag[i] ~ /^U/ || tag[j - 1] ~ /^L/)
        if (words ~ /[[:alpha:]]/ && !((type, words) in known)) { known[type, words]; name[type, ++names[type]] = words }
    }
}
function write(   i, j, n, type, old, new, w, lines, swapped) {
  lines = ""
  for (i = 1; i <= count; i++) {
    if (token[i] == "@") return
    type = tag[i] ~ /^B-/ ? kind[substr(tolower(tag[i]), 3, 3)] : ""
    if (type == "" || token[i] ~ /^[@#]/) { lines = lines token[i] OFS "O\n"; continue }
    old = token[i]
    while (i < count && tag[i + 1] ~ /^I-/) old = old token[++i]
    new = pick(type)
    if (old == tolower(old)) new = tolower(new)
    else if (length(old) > 4 && old == toupper(old)) new = toupper(new)
    n = split(new, w, " ")
    for (j = 1; j <= n; j++) lines = lines w[j] OFS "O\n"
    swapped = 1
  }
  if (swapped) print lines
}
function sentence() { if (!swap) learn(); else if (count) write(); count = 0 }
/^#[^\t]*$/ { next }
NF == 2 && $1 ~ /^(forename|surname|geo|org)$/ && !swap && !count { list[$1, ++lists[$1]] = $2; next }
NF < 2 { sentence(); next }
{ count++; if ($1 ~ /^[0-9]+$/ && NF > 2) { token[count] = $2; tag[count] = $3 } else { token[count] = $1; tag[count] = $NF } }
END { sentence() }
