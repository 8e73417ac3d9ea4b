iptables
*filter
:INPUT
-j IDLETIMER --timeout 0 --label a;;FAIL
-j IDLETIMER --label foo --timeout 5;-j IDLETIMER --timeout 5 --label foo;OK
