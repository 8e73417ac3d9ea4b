iptables
*filter
:INPUT
-m connlabel --label 127 --set;-m connlabel --label "127" --set;OK
-m connlabel --set;;FAIL
