/* SPDX-License-Identifier: MIT */
/* The domain of every error in Minutebook. */
#include "minutebook/base/error.h"

G_DEFINE_QUARK(minutebook - error, mb_error)
