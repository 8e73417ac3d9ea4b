-p esp -m esp --espspi 5:4294967295;=;OK
-p esp -m esp --espspi 0;=;OK
-p esp -m esp --espspi 0:32;=;OK
-p esp -m esp;=;OK
-p esp -m esp ! --espspi 0:4294967294;=;OK
-p esp -m esp --espspi 0:4;=;OK
-p esp -m esp --espspi 4:4294967295;=;OK
-p esp -m esp --espspi 3:4;=;OK
-p esp -m esp --espspi 4;=;OK
-p esp -m esp --espspi 4:3;=;OK
iptables
*filter
:INPUT
-p esp -m esp ! --espspi 0x10:0x20;-p esp -m esp ! --espspi 16:32;OK
