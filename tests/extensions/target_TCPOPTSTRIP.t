*mangle
:PREROUTING
-p tcp -j TCPOPTSTRIP;=;OK
-p tcp -j TCPOPTSTRIP --strip-options 2,3,4,5,6,7;=;OK
iptables
*mangle
:INPUT
-p tcp -j TCPOPTSTRIP --strip-options timestamp,sack;-p tcp -j TCPOPTSTRIP --strip-options 5,8;OK
-p tcp -j TCPOPTSTRIP --strip-options md5,wscale,mss,sack-permitted;-p tcp -j TCPOPTSTRIP --strip-options 2,3,4,19;OK
