-j AUDIT --type accept;=;OK
-j AUDIT --type drop;=;OK
-j AUDIT --type reject;=;OK
-j AUDIT;;FAIL
iptables
*filter
:INPUT
-j AUDIT --type ACCEPT;-j AUDIT --type accept;OK
