/** Who may talk to whom: NetworkPolicies evaluated as the specification says. */
package dev.uruimi.charts.flows;
