package org.distaff.datasets.turntable;

/** What a part of a car is made of. */
enum Material {
    BODY, CABIN, WHEEL, HEADLIGHT, TAILLIGHT, LOAD
}
