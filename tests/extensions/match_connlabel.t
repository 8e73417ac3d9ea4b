iptables
*filter
:INPUT
-m connlabel --label 127 --set;-m connlabel --label "127" --set;OK
-m connlabel ! --label 0;-m connlabel ! --label "0";OK
-m connlabel ! --label 64 --set;-m connlabel ! --label "64" --set;OK
-m connlabel --set --label 0x10;-m connlabel --label "16" --set;OK
-m connlabel --label 128;;FAIL
-m connlabel --label 1 ! --set;;FAIL
-m connlabel --set;;FAIL
