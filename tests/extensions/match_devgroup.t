-m devgroup --src-group 0x5;=;OK
iptables
*filter
:INPUT
-m devgroup --src-group default;=;OK
-m devgroup --src-group 0x1/0xff;=;OK
iptables
*filter
:OUTPUT
-m devgroup --src-group 5;;FAIL
iptables
*filter
:FORWARD
-m devgroup ! --src-group 5 --dst-group 0;-m devgroup ! --src-group 0x5 --dst-group default;OK
-m devgroup;;FAIL
