-p tcp -m ecn --ecn-tcp-cwr;=;OK
-m ecn ! --ecn-ip-ect 2;=;OK
-p tcp -m ecn --ecn-tcp-ece --ecn-tcp-cwr --ecn-ip-ect 2;=;OK
-p tcp -m ecn ! --ecn-tcp-ece ! --ecn-tcp-cwr ! --ecn-ip-ect 2;=;OK
iptables
*mangle
:PREROUTING
-m ecn --ecn-ip-ect 4;;FAIL
iptables
*filter
:INPUT
-m ecn;;FAIL
-m ecn ! --ecn-ip-ect 0;=;OK
