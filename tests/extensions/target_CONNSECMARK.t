-j CONNSECMARK --save;;FAIL
*mangle
:PREROUTING
-j CONNSECMARK --restore;=;OK
-j CONNSECMARK --save;=;OK
iptables
*security
:INPUT
-j CONNSECMARK --save --restore;;FAIL
