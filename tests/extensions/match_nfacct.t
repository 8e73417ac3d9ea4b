:INPUT,FORWARD,OUTPUT
-m nfacct --nfacct-name packets;-m nfacct --nfacct-name  packets;OK
-m nfacct;;FAIL
