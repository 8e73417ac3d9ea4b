#!/bin/sh
# Records what iptables-legacy-save prints of each *.rules here, without its comments. Needs root; touches no rules of
# the host, for each is loaded in a network namespace of its own. Recorded with iptables 1.8.9, Linux 6.18.
set -eu
cd "$(dirname "$0")"
for rules in *.rules; do
    name=${rules%.rules} family='' counters=''
    [ "$name" = ipv6 ] && family=6
    [ "$name" = counters ] && counters=-c
    unshare -n sh -c "ip${family}tables-legacy-restore $counters < $rules && ip${family}tables-legacy-save $counters" |
        grep -v '^#' > "$name.saved"
done
