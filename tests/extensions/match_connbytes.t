-m connbytes --connbytes 10:20 --connbytes-mode packets --connbytes-dir both;=;OK
-m connbytes --connbytes 0:1000 --connbytes-mode packets --connbytes-dir original;=;OK
-m connbytes --connbytes 0:1000 --connbytes-mode packets --connbytes-dir reply;=;OK
-m connbytes --connbytes 0:1000 --connbytes-mode packets --connbytes-dir both;=;OK
-m connbytes --connbytes 0:1000 --connbytes-mode bytes --connbytes-dir original;=;OK
-m connbytes --connbytes 0:1000 --connbytes-mode bytes --connbytes-dir reply;=;OK
-m connbytes --connbytes 0:1000 --connbytes-mode bytes --connbytes-dir both;=;OK
-m connbytes --connbytes 0:1000 --connbytes-mode avgpkt --connbytes-dir original;=;OK
-m connbytes --connbytes 0:1000 --connbytes-mode avgpkt --connbytes-dir reply;=;OK
-m connbytes --connbytes 0:1000 --connbytes-mode avgpkt --connbytes-dir both;=;OK
-m connbytes --connbytes 0 --connbytes-mode packets --connbytes-dir original;=;OK
-m connbytes --connbytes 1000 --connbytes-mode packets --connbytes-dir original;=;OK
-m connbytes --connbytes 1000:1000 --connbytes-mode packets --connbytes-dir original;=;OK
iptables
*filter
:INPUT
-m connbytes --connbytes 0:0 --connbytes-mode packets --connbytes-dir both;-m connbytes --connbytes 0 --connbytes-mode packets --connbytes-dir both;OK
-m connbytes ! --connbytes 10:20 --connbytes-mode avgpkt --connbytes-dir reply;=;OK
iptables
*filter
:INPUT
-m connbytes ! --connbytes 1:1 --connbytes-mode packets --connbytes-dir both;-m connbytes --connbytes 1:1 --connbytes-mode packets --connbytes-dir both;OK
-m connbytes ! --connbytes 7 --connbytes-mode packets --connbytes-dir both;=;OK
-m connbytes --connbytes 3:18446744073709551615 --connbytes-mode packets --connbytes-dir both;-m connbytes --connbytes 3 --connbytes-mode packets --connbytes-dir both;OK
