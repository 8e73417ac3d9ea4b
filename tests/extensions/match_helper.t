-m helper --helper ftp;=;OK
-m helper --helper "f t";=;OK
iptables
*filter
:FORWARD
-m helper --helper ftp-21;=;OK
-m helper ! --helper "a b";=;OK
