-m realm --realm 0x5;=;OK
-m realm --realm 0x1/0x2a;=;OK
-m realm --realm 0x2a;=;OK
iptables
*filter
:INPUT
-m realm --realm 10;-m realm --realm 0xa;OK
-m realm ! --realm 10/0xff;-m realm ! --realm 0xa/0xff;OK
-m realm --realm cosmos;=;OK
