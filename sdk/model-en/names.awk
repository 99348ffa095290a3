# Lists of names as "type TAB name" with blanks between tokens, for swap.awk. Forenames and surnames
# are types of their own; firms lose what they are by law.
{ gsub(/\r/, ""); sub(/,? +(Inc|Corp|Corporation|Co|Company|Ltd|Limited|LLC|plc|PLC|N\.V|S\.A|L\.P|LP)\.?( .*)?$/, "") }
/^[[:alnum:]\200-\377][^",(\/\t]*$/ { print type "\t" $0 }
