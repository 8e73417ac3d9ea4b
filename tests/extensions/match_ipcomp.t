iptables
*filter
:INPUT
-p ipcomp -m ipcomp --ipcompspi 0x12345 --compres;-p ipcomp -m ipcomp --ipcompspi 74565 --compres;OK
