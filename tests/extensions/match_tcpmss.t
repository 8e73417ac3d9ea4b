-p tcp -m tcpmss --mss 4:5;=;OK
-p tcp -m tcpmss --mss 42;=;OK
-p tcp -m tcpmss --mss 0:65535;=;OK
-p tcp -m tcpmss --mss 0:42;=;OK
-p tcp -m tcpmss --mss 42:65535;=;OK
-p tcp -m tcpmss --mss 42:12345;=;OK
iptables
*filter
:INPUT
-p tcp -m tcpmss ! --mss 100:200;=;OK
