:FORWARD
-m physdev ! --physdev-in eth+ --physdev-out eth1 ! --physdev-is-bridged;=;OK
-m physdev --physdev-in lo --physdev-is-bridged;=;OK
:INPUT
-m physdev --physdev-in eth0 --physdev-is-bridged;=;OK
-m physdev --physdev-in lo;=;OK
-m physdev --physdev-is-in --physdev-in lo;=;OK
*mangle
:POSTROUTING
-m physdev --physdev-out lo --physdev-is-bridged;=;OK
iptables
*filter
:FORWARD
-m physdev --physdev-is-out;=;OK
-m physdev ! --physdev-is-out;=;OK
