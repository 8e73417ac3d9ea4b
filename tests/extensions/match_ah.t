-p ah -m ah --ahspi 5;=;OK
-p ah -m ah --ahspi 0;=;OK
-p ah -m ah --ahspi 4294967295;=;OK
-p ah -m ah;=;OK
-p ah -m ah ! --ahspi 0;=;OK
-p ah -m ah --ahspi 0:3;=;OK
-p ah -m ah --ahspi 3:4294967295;=;OK
-p ah -m ah --ahspi 3;=;OK
-p ah -m ah --ahspi 4:3;=;OK
ip6tables
-m ah --ahspi 0;=;OK
-m ah --ahspi 4294967295;=;OK
-m ah;=;OK
-m ah ! --ahspi 0;=;OK
-m ah --ahspi 0:3;=;OK
-m ah --ahspi 3:4294967295;=;OK
-m ah --ahspi 3;=;OK
-m ah --ahspi 4:3;=;OK
ip6tables
*filter
:INPUT
-m ah --ahlen 32 --ahres;=;OK
-m ah ! --ahlen 32 --ahspi 5;-m ah --ahspi 5 ! --ahlen 32;OK
-p ah -m ah ! --ahspi 5;=;OK
iptables
*filter
:INPUT
-p ah -m ah --ahlen 32;;FAIL
