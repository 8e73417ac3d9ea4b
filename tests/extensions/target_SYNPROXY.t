iptables
*filter
:INPUT
-p tcp -m tcp --syn -j SYNPROXY;-p tcp -m tcp --tcp-flags FIN,SYN,RST,ACK SYN -j SYNPROXY;OK
-p tcp -m tcp -j SYNPROXY --mss 1000 --wscale 4;-p tcp -m tcp -j SYNPROXY --wscale 4 --mss 1000;OK
iptables
*filter
:OUTPUT
-p tcp -m tcp -j SYNPROXY --mss 1000 --wscale 2;;FAIL
iptables
*filter
:INPUT
-p tcp -m tcp -j SYNPROXY --ecn --sack-perm;-p tcp -m tcp -j SYNPROXY --sack-perm --ecn;OK
