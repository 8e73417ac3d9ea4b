iptables
*filter
:INPUT
-j RATEEST --rateest-name R --rateest-interval 250ms --rateest-ewmalog 1s;-j RATEEST --rateest-name R --rateest-interval 250.0ms --rateest-ewmalog 1.0s;OK
-j RATEEST --rateest-name R2 --rateest-interval 1s;;FAIL
-j RATEEST --rateest-name R3 --rateest-interval 1s --rateest-ewmalog 4s;-j RATEEST --rateest-name R3 --rateest-interval 1.0s --rateest-ewmalog 4.0s;OK
