/** The charts as products: what they render, refuse, and what a real API server says to it. */
package dev.uruimi.charts;
